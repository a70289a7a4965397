import Foundation
import Spelling
import Testing

@Suite struct ProofreaderTests {
  @Test func `a word that the dictionary does not have is unknown`() throws {
    try withShelf("meeting", "report") { shelf in
      let proofreader = shelf.proofreader()
      #expect(proofreader.unknownWords(among: ["meeting", "meetnig", "Report"]) == ["meetnig"])
    }
  }

  @Test func `suggestions are near words and keep the capital`() throws {
    try withShelf("meeting", "report") { shelf in
      let proofreader = shelf.proofreader()
      #expect(proofreader.unknownWords(among: ["meetnig", "Meetnig"]).count == 2)
      #expect(proofreader.suggestions(for: "meetnig") == ["meeting"])
      #expect(proofreader.suggestions(for: "Meetnig") == ["Meeting"])
    }
  }

  @Test func `without a dictionary every word is right and nothing is kept`() throws {
    try withShelf("meeting") { shelf in
      for name in ["fr_XX", "", "../en_XX"] {
        let proofreader = shelf.proofreader(name)
        #expect(!proofreader.hasDictionary)
        #expect(proofreader.unknownWords(among: ["meetnig"]) == [])
        #expect(proofreader.suggestions(for: "meetnig") == [])
        proofreader.keepRecord()
      }
      #expect(!FileManager.default.fileExists(atPath: shelf.records))
    }
  }

  @Test func `what was looked up once is known to the next run without the dictionary`() throws {
    try withShelf("meeting") { shelf in
      let first = shelf.proofreader()
      #expect(first.unknownWords(among: ["meeting", "meetnig"]) == ["meetnig"])
      #expect(first.suggestions(for: "meetnig") == ["meeting"])
      #expect(first.isDictionaryLoaded)
      first.keepRecord()

      let second = shelf.proofreader()
      #expect(second.unknownWords(among: ["meeting", "meetnig"]) == ["meetnig"])
      #expect(second.suggestions(for: "meetnig") == ["meeting"])
      #expect(!second.isDictionaryLoaded)
      #expect(second.unknownWords(among: ["gnieteem"]) == ["gnieteem"])
      #expect(second.isDictionaryLoaded)
    }
  }

  @Test func `another edition of the dictionary is asked anew`() throws {
    try withShelf("meeting") { shelf in
      let first = shelf.proofreader()
      #expect(first.unknownWords(among: ["report"]) == ["report"])
      first.keepRecord()
      try shelf.write("2\nmeeting\nreport\n", to: "en_XX.dic")
      #expect(shelf.proofreader().unknownWords(among: ["report"]) == [])
    }
  }

  @Test(arguments: ["", "garbage", "rapporteur 1 \n+meetnig\n", "\u{0}\n\n\n"])
  func `a record that is not one is written anew`(text: String) throws {
    try withShelf("meeting") { shelf in
      try FileManager.default.createDirectory(
        atPath: shelf.records, withIntermediateDirectories: true)
      try shelf.write(text, to: "caches/rapporteur/en_XX.words")
      let proofreader = shelf.proofreader()
      #expect(proofreader.unknownWords(among: ["meetnig"]) == ["meetnig"])
      proofreader.keepRecord()
      #expect(shelf.recordText?.hasSuffix("\n-meetnig\n") == true)
      let names = try FileManager.default.contentsOfDirectory(atPath: shelf.records)
      #expect(names == ["en_XX.words"])
    }
  }

  @Test func `a record that was cut off is not believed`() throws {
    try withShelf("meeting", "meet") { shelf in
      let first = shelf.proofreader()
      #expect(first.unknownWords(among: ["meeting", "meetnig"]) == ["meetnig"])
      first.keepRecord()
      let text = try #require(shelf.recordText)
      try shelf.write(String(text.dropLast(4)), to: "caches/rapporteur/en_XX.words")
      #expect(shelf.proofreader().unknownWords(among: ["meetnig", "meet"]) == ["meetnig"])
    }
  }

  @Test func `a folder that cannot be written is done without`() throws {
    try withShelf("meeting") { shelf in
      try shelf.write("", to: "file")
      let proofreader = Proofreader(
        dictionary: "en_XX",
        on: DictionaryShelf(folders: [shelf.folder.path], records: shelf.folder.path + "/file/deep")
      )
      #expect(proofreader.unknownWords(among: ["meetnig"]) == ["meetnig"])
      proofreader.keepRecord()
    }
  }

  @Test func `the environment says where dictionaries and records are`() {
    func shelf(_ environment: [String: String]) -> DictionaryShelf {
      DictionaryShelf(environment: environment)
    }
    #expect(shelf([:]).folders == DictionaryShelf.systemFolders)
    #expect(shelf([:]).records == nil)
    #expect(shelf(["DICPATH": "/a:/b"]).folders.prefix(2) == ["/a", "/b"])
    #expect(shelf(["HOME": "/home/e"]).records == "/home/e/.cache/rapporteur")
    #expect(shelf(["HOME": "/e", "XDG_CACHE_HOME": "/c"]).records == "/c/rapporteur")
    #expect(shelf(["HOME": "/e", "XDG_CACHE_HOME": "c"]).records == "/e/.cache/rapporteur")
  }
}
