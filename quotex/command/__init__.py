"""Hold the parts of the command line: its options, the files it reads and the forms it prints."""
