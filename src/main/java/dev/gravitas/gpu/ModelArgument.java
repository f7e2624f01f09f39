package dev.gravitas.gpu;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The model that a runtime's command line names: by alias, by repository, or by file. What it cannot tell it leaves out.
final class ModelArgument {
    /// Most telling first: what the server answers to, then where the model lies.
    private static final List<String> OPTIONS = List.of("--served-model-name", "--alias", "-a", "-hf", "--hf-repo",
            "--model-id", "--model", "--model-path", "-m");
    private static final String SERVE = "serve";
    private static final String DIGEST = "sha256-";
    private static final int SHORT_DIGEST = DIGEST.length() + 12;
    private static final String FILE_TYPE = ".gguf";

    private ModelArgument() {
    }

    /// @param line program and arguments
    static @Nullable String in(List<String> line) {
        return OPTIONS.stream()
                .flatMap(option -> value(line, option).stream())
                .findFirst()
                .or(() -> served(line))
                .map(ModelArgument::name)
                .orElse(null);
    }

    private static Optional<String> value(List<String> line, String option) {
        for (int i = 1; i < line.size(); i++) {
            var argument = line.get(i);
            if (argument.startsWith(option + "=") && option.startsWith("--")) {
                return Optional.of(argument.substring(option.length() + 1)).filter(value -> !value.isBlank());
            }
            // `python -m module` is not a model.
            if (argument.equals(option) && i + 1 < line.size() && !isModule(line, i)) {
                return Optional.of(line.get(i + 1)).filter(value -> !value.startsWith("-"));
            }
        }
        return Optional.empty();
    }

    private static boolean isModule(List<String> line, int at) {
        return line.get(at).equals("-m") && line.getFirst().contains("python");
    }

    /// `vllm serve NAME`.
    private static Optional<String> served(List<String> line) {
        int at = line.indexOf(SERVE);
        return at > 0 && at + 1 < line.size() && !line.get(at + 1).startsWith("-")
                ? Optional.of(line.get(at + 1))
                : Optional.empty();
    }

    private static String name(String value) {
        boolean path = value.startsWith("/") || value.startsWith(".") || value.contains("\\")
                || value.endsWith(FILE_TYPE);
        String name = path ? value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1) : value;
        if (name.startsWith(DIGEST) && name.length() > SHORT_DIGEST) {
            return name.substring(0, SHORT_DIGEST);
        }
        return name.endsWith(FILE_TYPE) ? name.substring(0, name.length() - FILE_TYPE.length()) : name;
    }
}
