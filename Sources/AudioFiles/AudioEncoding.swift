import CSndFile

/// How a sound is written.
package enum AudioEncoding: String, Sendable, Hashable, CaseIterable {
  /// 16-bit integers, rounded after triangular noise of ±1 step was added (TPDF dither), which makes the error
  /// independent of the signal.
  case wav16 = "wav-16"
  /// 24-bit integers, rounded.
  case wav24 = "wav-24"
  /// 32-bit floating point: as calculated, values beyond ±1 too.
  case wavFloat = "wav-float"
  /// 16-bit integers without loss, dithered as `wav16`.
  case flac16 = "flac-16"
  /// 24-bit integers without loss.
  case flac24 = "flac-24"
  /// Ogg Vorbis, lossy.
  case vorbis = "ogg-vorbis"
  /// Ogg Opus, lossy; 8, 12, 16, 24 or 48 kHz.
  case opus = "ogg-opus"
  /// MPEG layer III, lossy; one or two channels.
  case mp3

  /// The usual ending of a file's name.
  package var fileExtension: String {
    switch self {
    case .wav16, .wav24, .wavFloat: "wav"
    case .flac16, .flac24: "flac"
    case .vorbis: "ogg"
    case .opus: "opus"
    case .mp3: "mp3"
    }
  }

  /// What is read is exactly what was written. The others' bytes are the work of a codec library: the same for the same
  /// version of it on the same kind of processor.
  package var isLossless: Bool {
    switch self {
    case .wav16, .wav24, .wavFloat, .flac16, .flac24: true
    case .vorbis, .opus, .mp3: false
    }
  }

  /// Bits of an integer sample, nil for floating point.
  var bits: Int? {
    switch self {
    case .wav16, .flac16: 16
    case .wav24, .flac24: 24
    case .wavFloat, .vorbis, .opus, .mp3: nil
    }
  }

  /// Most channels that the container takes.
  var mostChannels: Int {
    switch self {
    case .wav16, .wav24, .wavFloat: AudioClip.mostChannels
    case .flac16, .flac24, .vorbis: 8
    case .opus: 8
    case .mp3: 2
    }
  }

  /// Rates in hertz that the codec takes, nil for any.
  var rates: [Int]? {
    switch self {
    case .opus: [8000, 12_000, 16_000, 24_000, 48_000]
    case .mp3: [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]
    default: nil
    }
  }

  /// How hard the library works on small files, 0 … 1; nil for its own choice. FLAC's second level of eight takes a
  /// third of the fifth's time for files a few per cent larger.
  var compression: Double? {
    switch self {
    case .flac16, .flac24: 0.25
    default: nil
    }
  }

  /// libsndfile's number.
  var format: Int32 {
    switch self {
    case .wav16: Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_PCM_16)
    case .wav24: Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_PCM_24)
    case .wavFloat: Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_FLOAT)
    case .flac16: Int32(SF_FORMAT_FLAC) | Int32(SF_FORMAT_PCM_16)
    case .flac24: Int32(SF_FORMAT_FLAC) | Int32(SF_FORMAT_PCM_24)
    case .vorbis: Int32(SF_FORMAT_OGG) | Int32(SF_FORMAT_VORBIS)
    case .opus: Int32(SF_FORMAT_OGG) | Int32(SF_FORMAT_OPUS)
    case .mp3: Int32(SF_FORMAT_MPEG) | Int32(SF_FORMAT_MPEG_LAYER_III)
    }
  }
}
