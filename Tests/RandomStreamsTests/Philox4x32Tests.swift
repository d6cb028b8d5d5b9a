import RandomStreams
import Testing

@Suite struct Philox4x32Tests {
  /// The known-answer vectors that Random123 publishes (kat_vectors, philox4x32 10).
  @Test(arguments: [
    (
      SIMD4<UInt32>(0, 0, 0, 0), SIMD2<UInt32>(0, 0),
      SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4<UInt32>(repeating: UInt32.max), SIMD2<UInt32>(repeating: UInt32.max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ])
  func knownAnswers(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, output: SIMD4<UInt32>) {
    #expect(Philox4x32.block(counter: counter, key: key) == output)
  }

  @Test func wordsOf64BitsPutTheLowHalfFirst() {
    let out = Philox4x32.block(0x85a3_08d3_243f_6a88, 0x0370_7344_1319_8a2e, key: 0x299f_31d0_a409_3822)
    #expect(out.low == 0x94fd_cceb_d16c_fe09)
    #expect(out.high == 0x2412_6ea1_5001_e420)
  }
}
