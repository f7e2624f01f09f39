package dev.gravitas.report;

/// Another document that begins with `"demo": true`, because nothing in it is real.
public record DemoDocument(Document figures) implements Document {
    /// The document as it is to be told.
    ///
    /// @param demo whether nothing in it is real
    public static Document of(Document document, boolean demo) {
        return demo ? new DemoDocument(document) : document;
    }
}
