package dev.gravitas.report;

/// A record of this package that [JsonText] can write.
public sealed interface Document permits RankingDocument, SixtyDayDocument, FootprintDocument, StatusDocument,
        RunningEndpoint, RecorderDocument, ErrorDocument, BenchDocument, GpuDocument, EpisodesDocument, DemoDocument {
}
