"""The version of the package: that of the program that it carries."""

VERSION = "0.1.0"
