internal import SourceText

/// The room beside a paragraph, in twentieths of a point.
struct Indentation {
  private var givenLeft: Int?
  private var givenRight: Int?

  init() {}

  init(_ element: XMLElement) {
    let left = Self.number(element["left"] ?? element["start"])
    let hanging = Self.number(element["hanging"])
    givenLeft = left.map { $0 - (hanging ?? 0) }
    givenRight = Self.number(element["right"] ?? element["end"])
  }

  /// Where the first line begins, but for the room that sets it off.
  var left: Int { givenLeft ?? 0 }
  var right: Int { givenRight ?? 0 }

  /// With what a style says where this says nothing.
  func completed(by style: Indentation) -> Indentation {
    var whole = self
    whole.givenLeft = givenLeft ?? style.givenLeft
    whole.givenRight = givenRight ?? style.givenRight
    return whole
  }

  private static func number(_ value: String?) -> Int? {
    value.flatMap { Int32($0) }.map { Int($0) }
  }
}

/// The margins that most paragraphs of a document keep, by which others are indented.
///
/// Houses give all their text some room at both sides, so that what is indented cannot be told by
/// a paragraph alone.
struct PageMargins {
  /// A paragraph that is in no list.
  struct Paragraph {
    let room: Indentation
    /// Where its text begins.
    let start: Int
    /// What makes a reader take it for a quotation, or for one of a list.
    let cuts: [Range<Int>]
    let markup: WordMarkup
  }

  private(set) var paragraphs: [Paragraph] = []
  private var lefts: [Int: Int] = [:]
  private var rights: [Int: Int] = [:]

  /// Less is no indentation that a person sees: a fifth of an inch.
  private static let step = 288

  mutating func add(_ paragraph: Paragraph) {
    paragraphs.append(paragraph)
    lefts[paragraph.room.left, default: 0] += 1
    rights[paragraph.room.right, default: 0] += 1
  }

  func indents(_ room: Indentation) -> Bool { room.left >= Self.usual(lefts) + Self.step }

  /// Whether a paragraph is indented on both sides.
  func setsAsQuotation(_ room: Indentation) -> Bool {
    indents(room) && room.right >= Self.usual(rights) + Self.step
  }

  /// The room that most have; of several the least.
  private static func usual(_ counts: [Int: Int]) -> Int {
    counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}
