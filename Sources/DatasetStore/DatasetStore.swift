// DatasetStore
