"""Reports in forms of their own, which no model weighs: «In the view of Ana Ruiz, …», «Why not? I ask her.»"""
