"""The pages of names: the list, one name with its years and neighbours, and their corrections; twins for programs."""
