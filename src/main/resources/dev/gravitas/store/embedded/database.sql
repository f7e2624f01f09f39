CREATE DATABASE gravitas OWNER gravitas
