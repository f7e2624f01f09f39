package dev.gravitas.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A model of the demo. Speeds are invented.
///
/// @param gpu index of the GPU that it runs on
/// @param msPerToken generated, on a good day
/// @param mib of GPU memory
/// @param loadSeconds until it is there
record DemoModel(String name, int gpu, double msPerToken, int mib, double loadSeconds) {
    /// The one that gets slower in the last days.
    static final String DEGRADING = "qwen2.5:14b";

    static final List<DemoModel> ALL = List.of(
            new DemoModel("llama3.1:8b", 0, 11.8, 5_200, 4.1),
            new DemoModel("qwen2.5:7b", 0, 11.1, 4_900, 3.8),
            new DemoModel("mistral:7b", 0, 10.4, 4_600, 3.5),
            new DemoModel("gemma2:9b", 0, 14.2, 6_300, 4.9),
            new DemoModel("phi3:14b", 0, 19.6, 8_600, 6.4),
            new DemoModel("codellama:13b", 0, 18.1, 8_100, 6.0),
            new DemoModel("qwen2.5:32b", 1, 33.4, 20_000, 14.8),
            new DemoModel("mixtral:8x7b", 1, 27.9, 19_800, 14.1),
            new DemoModel("phi3:3.8b", 2, 7.2, 2_700, 2.2),
            new DemoModel(DEGRADING, 2, 20.7, 9_200, 6.9),
            new DemoModel("deepseek-r1:14b", 2, 21.9, 9_400, 7.1),
            new DemoModel("gemma2:27b", 2, 36.3, 16_400, 12.5),
            new DemoModel("llama2:13b", 2, 23.8, 7_900, 5.8));

    private static final Map<Integer, List<DemoModel>> BY_GPU = ALL.stream()
            .collect(Collectors.groupingBy(DemoModel::gpu));

    static List<DemoModel> on(int gpu) {
        return BY_GPU.getOrDefault(gpu, List.of());
    }
}
