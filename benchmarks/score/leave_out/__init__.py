"""What each rule and each family of features is worth."""
