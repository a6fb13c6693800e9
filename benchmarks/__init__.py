"""Every figure that the project prints, and every weight that it ships, is made by a command of this package."""
