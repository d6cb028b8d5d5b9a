import Annotations
package import Checks
import Degradation
package import Diagnostics
import GroundedLanguage
import Listening
import RandomStreams
import Rendering
package import VectorMath
package import WorldModel

/// What all workers of a run share: the recipe with its world prepared.
package struct SamplePlan: Sendable {
  package let recipe: Recipe
  let generator: any WorldGenerator
  let annotators: [any Annotator]
  let channels: CaptureChannels

  /// Reads what the recipe names.
  package init(_ recipe: Recipe, warn: (Warning) -> Void) throws {
    self.recipe = recipe
    generator = try recipe.world.prepare(warn: warn)
    try recipe.checkSpokenLanguages(of: generator)
    annotators = recipe.annotators
    channels = annotators.reduce([]) { $0.union($1.needs) }
  }

  /// Seconds that a sequence lasts, seen or heard.
  var duration: Double {
    let seen = Double(recipe.sequence.frames) / recipe.sequence.rate
    return recipe.microphones.isEmpty ? seen : max(seen, recipe.recording.duration ?? 0)
  }

  /// What microphones record of a sequence, seconds; `nil` = as long as the sounds last.
  var recorded: Double? {
    if let duration = recipe.recording.duration { return duration }
    return recipe.sequence.frames > 1 ? Double(recipe.sequence.frames) / recipe.sequence.rate : nil
  }

  /// Its children by id are the speakers of the dataset.
  var voices: RandomStream { RandomStream(seed: recipe.seed).child("voices") }

  /// World number `number`, lit, without cameras, and what was drawn for it.
  func world(_ number: Int) throws -> (World, Draws) {
    var draws = Draws(
      stream: RandomStream(seed: recipe.seed), below: "sequence/\(number)", index: number)
    var world = try draws.scope("world") { try generator.world(&$0, duration: duration) }
    draws.scope("light") { recipe.light.light(&world, &$0) }
    return (world, draws)
  }
}

/// Makes samples, one at a time; owned by one worker. A sample depends on the plan and its index alone.
package final class SampleMaker {
  private let plan: SamplePlan
  private let sensor: CameraSensor
  /// The world of the sequence made last: its samples share it.
  private var known: (sequence: Int, world: World, atlas: TextureAtlas, drawn: [DrawnValue])?
  /// Who answers what is seen in its first frame, where that has been asked for.
  private var firstSights: SightLines?
  /// The world as made, for the sequences that show it.
  private var made: (number: Int, world: World, atlas: TextureAtlas, draws: Draws)?

  package init(_ plan: SamplePlan, transform: PointTransform = PointTransform()) {
    self.plan = plan
    sensor = CameraSensor(transform: transform)
  }

  /// The sample at `index`, as it is or as a twin that differs in nothing but colour.
  package func sample(_ index: Int, _ twin: Twin = .replay) throws -> Sample {
    let (sequence, frame) = index.quotientAndRemainder(dividingBy: plan.recipe.sequence.frames)
    var (world, atlas, drawn) = try world(sequence)
    var channels = plan.channels
    var shading = Shading.physical
    switch twin {
    case .replay: break
    case .supersampled:
      // One sample at the centre of the pixel instead of four around it, by other code.
      channels.remove(.hdr)
      shading = .lambert(LambertShading(direction: Vector3f(0, 0, 1), ambient: 0.3, background: .zero))
    case .relit: world.turnLight()
    }
    let step = 1 / plan.recipe.sequence.rate
    let time = Double(frame) * step
    let moment = CameraSensor.Moment(
      world: world, time: time, step: step, sights: frame == 0 ? firstSights : nil, rays: sensor.rays)
    let languages = Set(LabelSelection.languages(plan.recipe.labels))
    let views = world.rig.cameras.enumerated().map { number, mounted in
      let capture = sensor.capture(moment, mounted, channels: channels, atlas: atlas, shading: shading)
      var view = Sample.View(
        sensor: capture.sensor, camera: capture.camera, rigFromCamera: capture.rigFromCamera,
        worldFromCamera: capture.worldFromCamera, stereoBaseline: capture.stereoBaseline,
        labels: AnnotatorCatalog.labels(of: capture, by: plan.annotators))
      if !languages.isEmpty {
        let told = RandomStream(seed: plan.recipe.seed).child("sample").child(index).child("language").child(
          view.sensor)
        if languages.contains(NarrationLabel.name) {
          let moments = narrated(frame, view, mounted, world, atlas)
          view.labels.set(
            moments.isEmpty
              ? NarrationLabel()
              : GroundedLanguageLabels.narration(moments, plan.recipe.language.options, told))
        }
        GroundedLanguageLabels.add(
          languages, to: &view, number: index * world.rig.cameras.count + number,
          egoVelocity: world.rig.track.velocity(at: time), plan.recipe.language.options, told)
      }
      return view
    }
    var sample = Sample(
      index: index, sequence: sequence, frame: frame, time: time,
      worldFromRig: world.rig.worldFromRig(at: time),
      views: views, drawn: drawn, attributes: world.attributes)
    // A twin in colour sounds the same.
    if frame == 0, twin == .replay {
      sample.recordings = try recordings(of: sequence, in: world)
      if languages.contains(HeardQuestionsLabel.name) { ask(about: &sample) }
    }
    return sample
  }

  /// What each array hears of a sequence.
  private func recordings(of sequence: Int, in world: World) throws -> [Sample.Recording] {
    let plan = plan.recipe.recording
    let sensor = MicrophoneSensor(
      rate: plan.rate, duration: self.plan.recorded, keepsStems: plan.keepsStems,
      propagation: plan.propagation, turbulence: plan.turbulence)
    let stream = RandomStream(seed: self.plan.recipe.seed).child("sequence").child(sequence)
      .child("recording")
    let clean = try sensor.record(world, by: world.rig.arrays, voices: self.plan.voices, stream: stream)
    guard !plan.degradation.isEmpty else { return clean }
    return try clean
      + clean.compactMap { recording in
        try plan.degradation.degraded(
          recording, stream: stream.child("degrade").child(recording.sensor), index: sequence)
      }
  }

  /// Adds questions about what each array hears, beside what the first camera sees.
  private func ask(about sample: inout Sample) {
    let told = RandomStream(seed: plan.recipe.seed).child("sample").child(sample.index).child("language")
    for i in sample.recordings.indices {
      let recording = sample.recordings[i]
      guard let label = recording.labels[RecordingLabel.self] else { continue }
      sample.recordings[i].labels.set(
        GroundedLanguageLabels.heardQuestions(
          label, sample.views.first, plan.recipe.language.options, told.child(recording.sensor)))
    }
  }

  /// What a camera sees in the frames of a sequence that ends with this one, at most 16 of them evenly spaced; nothing with
  /// the frames before the last. Frames are seen again as they were, but without what is not spoken of.
  private func narrated(
    _ frame: Int, _ view: Sample.View, _ mounted: Rig.MountedCamera, _ world: World, _ atlas: TextureAtlas
  ) -> [SceneMoment] {
    let frames = plan.recipe.sequence.frames
    guard frames > 1, frame == frames - 1 else { return [] }
    let count = min(frames, 16)
    let annotators = LabelSelection.annotators([NarrationLabel.name])
    let channels = annotators.reduce(CaptureChannels([])) { $0.union($1.needs) }
    let step = 1 / plan.recipe.sequence.rate
    return (0..<count).map { n in
      let k = n * (frames - 1) / (count - 1)
      let time = Double(k) * step
      let ego = world.rig.track.velocity(at: time)
      if k == frame { return SceneMoment(time: time, facts: SceneFacts(view, egoVelocity: ego)) }
      let capture = sensor.capture(
        CameraSensor.Moment(world: world, time: time, step: step, rays: sensor.rays), mounted,
        channels: channels,
        atlas: atlas, shading: .physical)
      let seen = Sample.View(
        sensor: capture.sensor, camera: capture.camera, rigFromCamera: capture.rigFromCamera,
        worldFromCamera: capture.worldFromCamera, stereoBaseline: capture.stereoBaseline,
        labels: AnnotatorCatalog.labels(of: capture, by: annotators))
      return SceneMoment(time: time, facts: SceneFacts(seen, egoVelocity: ego))
    }
  }

  /// The world of the sample at `index`, and the sample's time in it, seconds.
  package func moment(of index: Int) throws -> (world: World, time: Double) {
    let (sequence, frame) = index.quotientAndRemainder(dividingBy: plan.recipe.sequence.frames)
    return (try world(sequence).0, Double(frame) * (1 / plan.recipe.sequence.rate))
  }

  private func world(_ sequence: Int) throws -> (World, TextureAtlas, [DrawnValue]) {
    if let known, known.sequence == sequence { return (known.world, known.atlas, known.drawn) }
    firstSights = nil
    let recipe = plan.recipe
    let duration = plan.duration
    // Sequences run through worlds, their views, the variants of each view: what belongs together is made in a row, with
    // one world, one atlas and one plan of the view, and a run cut short has whole sets.
    let variants = max(1, plan.generator.variants)
    let (scene, variant) = sequence.quotientAndRemainder(dividingBy: variants)
    let (number, view) = scene.quotientAndRemainder(dividingBy: recipe.sequence.views)
    var (world, atlas, draws) = try made(number)
    try draws.scope(recipe.sequence.views == 1 ? "view" : "view/\(view)") { draws in
      try plan.generator.take(view: view, of: &world, &draws, duration: duration)
    }
    if recipe.sequence.views == 1 {
      world.rig.cameras = try Rig.cameras(recipe.cameras, &draws)
    } else {
      try draws.scope("view/\(view)/rig") { world.rig.cameras = try Rig.cameras(recipe.cameras, &$0) }
    }
    world.chooseLevels(at: (0..<recipe.sequence.frames).map { Double($0) * (1 / recipe.sequence.rate) })
    world.rig.grid = recipe.birdsEye.grid
    try draws.scope("variant/\(variant)") { draws in
      try plan.generator.show(variant: variant, of: &world, &draws)
    }
    if !recipe.microphones.isEmpty {
      try draws.scope(recipe.sequence.views == 1 ? "sound" : "view/\(view)/sound") { draws in
        world.rig.arrays = recipe.microphones.map { $0.mounted(&draws) }
        let brief = SoundscapeBrief(
          duration: plan.recorded, languages: recipe.language.spoken, voices: plan.voices,
          reachesOtherRooms: recipe.recording.propagation == .geometry)
        guard let soundscape = try plan.generator.soundscape(of: &world, for: brief, &draws) else {
          throw DioramaError(
            .badInput, "worlds of this generator make no sound",
            remedy: "Say sound: off, without microphones.")
        }
        world.soundscape = soundscape
      }
    }
    if plan.channels.contains(.inertia) {
      world.rig.inertialUnit = recipe.sequence.imu.unit(
        step: 1 / recipe.sequence.rate,
        stream: RandomStream(seed: recipe.seed).child("sequence").child(sequence).child("imu"))
    }
    if plan.channels.contains(.points) {
      // Whoever trains on tracks wants points that are seen: at the beginning, half way or at the end.
      let last = recipe.sequence.frames - 1
      let looks = Set([0, last / 2, last]).sorted().map { frame in
        let time = Double(frame) * (1 / recipe.sequence.rate)
        return (
          time,
          SightLines(snapshot: world.snapshot(at: time), rig: world.rig, at: time, rays: sensor.rays)
        )
      }
      world.trackedPoints = world.pointsToTrack(
        recipe.sequence.points, first: scene * recipe.sequence.points, in: looks)
      firstSights = looks.first?.1
    }
    known = (sequence, world, atlas, draws.log)
    return (world, atlas, draws.log)
  }

  /// World number `number`, lit, without cameras.
  private func made(_ number: Int) throws -> (World, TextureAtlas, Draws) {
    if let made, made.number == number { return (made.world, made.atlas, made.draws) }
    // Two worlds at once would need twice the memory.
    known = nil
    made = nil
    let (world, draws) = try plan.world(number)
    let atlas = TextureAtlas(world.allMaterials)
    made = (number, world, atlas, draws)
    return (world, atlas, draws)
  }
}

extension World {
  /// Another light: the sun from elsewhere, low and red, under a green sky; lamps brighter, and as if blue were red.
  fileprivate mutating func turnLight() {
    let across = cross(sun.direction, Vector3(0.6, -0.48, 0.64))
    sun = Sun(
      direction: length(across) > 0.1
        ? normalized(Vector3(across.x, across.y, across.z.magnitude + 0.2)) : Vector3(1, 0, 0),
      irradiance: Vector3f(0.9, 0.3, 0.1), angularRadius: 2 * sun.angularRadius)
    sky = Sky(
      zenith: Vector3f(0.1, 0.5, 0.2), horizon: Vector3f(0.2, 0.6, 0.1), ground: Vector3f(0.3, 0.1, 0.1))
    for i in lights.indices {
      let e = lights[i].exitance
      lights[i].exitance = Vector3f(e.z, e.x, e.y) * 1.5
    }
  }
}
