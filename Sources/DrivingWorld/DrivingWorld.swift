// DrivingWorld
