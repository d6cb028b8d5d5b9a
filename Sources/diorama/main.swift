import DioramaCommands

await Diorama.run()
