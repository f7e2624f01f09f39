package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ModelArgumentTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "/usr/bin/llama-server -m /models/qwen3-32b-q4_k_m.gguf -c 8192 | qwen3-32b-q4_k_m",
            "llama-server --model /m/a.gguf --alias qwen3:32b | qwen3:32b",
            "llama-server -hf ggml-org/gemma-3-4b-it-GGUF | ggml-org/gemma-3-4b-it-GGUF",
            "/usr/bin/ollama runner --model /var/lib/ollama/blobs/sha256-0123456789abcdef0123 --port 4 | sha256-0123456789ab",
            "/usr/bin/python3 -m vllm.entrypoints.openai.api_server --model=Qwen/Qwen3-32B | Qwen/Qwen3-32B",
            "/usr/bin/python3 /usr/bin/vllm serve Qwen/Qwen3-32B --port 8000 | Qwen/Qwen3-32B",
            "vllm serve Qwen/Qwen3-32B --served-model-name house | house", "/usr/lib/xorg/Xorg :0 -seat seat0 | none",
            "python3 -m http.server | none", "llama-server --model | none", "ollama serve | none"})
    void tellsTheModelThatACommandLineNames(String line, String model) {
        assertThat(ModelArgument.in(List.of(line.split(" ")))).isEqualTo(model);
    }
}
