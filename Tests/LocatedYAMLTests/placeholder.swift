// LocatedYAML
