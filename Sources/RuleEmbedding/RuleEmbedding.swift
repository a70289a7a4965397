import Foundation
import PackagePlugin

/// Has the files of `Rules` written into the module as Swift, before the module is compiled.
@main struct RuleEmbedding: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    // A build keeps the list of input files of the one before until a folder of sources changes, so
    // that it would not see changes of a rule that was added since. The embedder therefore looks at
    // the folder in every build: it writes to its own input.
    let stamp = context.pluginWorkDirectoryURL.appending(path: "embedded.stamp")
    try Data().write(to: stamp)
    return [
      .buildCommand(
        displayName: "Embedding the rules",
        executable: try context.tool(named: "RuleEmbedder").url,
        arguments: [rules.path, output.path, stamp.path],
        inputFiles: [stamp], outputFiles: [output])
    ]
  }
}
