import Mandarin
import Testing

@Suite struct ToneSandhiTests {
}
