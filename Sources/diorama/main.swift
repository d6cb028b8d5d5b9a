import DioramaCommands

Diorama.launch()
