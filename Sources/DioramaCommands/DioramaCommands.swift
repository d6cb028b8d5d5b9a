// DioramaCommands
