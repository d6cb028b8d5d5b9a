import Speech
import Testing

@Suite struct EnglishReaderTests {
}
