import ArgumentParser
import Lookup
import Submissions
import Vocabulary

/// What can be said of a submission; what is not given stays as it is, and "" takes it away.
struct SubmissionFields: ParsableArguments {
  @OptionGroup var title: LocalisedOptions<TitleField>
  @OptionGroup var summary: LocalisedOptions<SummaryField>
  @Option(help: "The link to the project.") var url: String?
  @Option(help: ArgumentHelp("The link to a video.", valueName: "url")) var video: String?
  @Option(help: ArgumentHelp("Another link; repeat the option for each.", valueName: "url")) var link: [String] = []
  @Option(help: ArgumentHelp("The tools and data that were used.", valueName: "text")) var builtWith: String?
  @Option(
    help: ArgumentHelp("A track of the submission; repeat the option for each.", valueName: "key"),
    completion: .keys(.track))
  var track: [String] = []

  @Option(
    help: ArgumentHelp("A prize or track that the team opted for, by name; repeat it for each.", valueName: "name"))
  var optedFor: [String] = []

  func apply(to submission: inout Submission) {
    submission.title = title.replacing(in: submission.title)
    submission.summary = summary.replacing(in: submission.summary)
    if let url { submission.url = url.isEmpty ? nil : url }
    if let video { submission.videoURL = video.isEmpty ? nil : video }
    if !link.isEmpty { submission.links = link.filter { !$0.isEmpty } }
    if let builtWith { submission.builtWith = builtWith.isEmpty ? nil : builtWith }
    if !optedFor.isEmpty { submission.optedFor = optedFor.filter { !$0.isBlank } }
    if !track.isEmpty { submission.tracks = track.filter { !$0.isEmpty } }
  }
}
