// WorldModel
