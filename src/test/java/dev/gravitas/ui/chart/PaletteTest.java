package dev.gravitas.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

class PaletteTest {
    /// Of linear light, after Machado, Oliveira and Fernandes (2009): nobody, then protanopia, deuteranopia, tritanopia.
    private static final List<double[][]> EYES = List.of(new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][]{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
                    {-0.003882, -0.048116, 1.051998}},
            new double[][]{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
                    {-0.011820, 0.042940, 0.968881}},
            new double[][]{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
                    {0.004733, 0.691367, 0.303900}});
    private static final double[][] XYZ = {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750},
            {0.0193339, 0.1191920, 0.9503041}};
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    @Test
    void givesAModelAndAGpuDifferentLooks() {
        var model = new ModelColours().of("a");
        var gpu = new ModelColours(Palette.GPUS).of("a");
        assertThat(gpu).isNotEqualTo(model);
        assertThat(gpu.colourClass()).isNotEqualTo(model.colourClass());
        assertThat(gpu.patternClass()).isEqualTo(model.patternClass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "high-contrast"})
    void tellsGpusFromEachOtherForColourBlindEyesToo(String theme) throws IOException {
        var gpus = colours(theme, "series-gpu-");
        for (int i = 0; i < gpus.size(); i++) {
            assertThat(contrast(gpus.get(i), colours(theme, "card").getFirst())).isGreaterThanOrEqualTo(3);
            for (int j = 0; j < i; j++) {
                assertThat(difference(gpus.get(i), gpus.get(j))).as("GPU colours %d and %d", i, j).isGreaterThan(20);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "high-contrast"})
    void tellsGpusFromModelsForColourBlindEyesToo(String theme) throws IOException {
        for (var gpu : colours(theme, "series-gpu-")) {
            for (var model : colours(theme, "series-")) {
                assertThat(difference(gpu, model)).isGreaterThan(12);
            }
        }
    }

    private static List<double[]> colours(String theme, String name) throws IOException {
        try (var sheet = Objects.requireNonNull(
                PaletteTest.class.getResourceAsStream("/dev/gravitas/ui/css/theme-" + theme + ".css"))) {
            var text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            var found = Pattern.compile("-" + name + "\\d?: #([0-9a-fA-F]{6});").matcher(text);
            var colours = new ArrayList<double[]>();
            while (found.find()) {
                colours.add(light(Integer.parseInt(found.group(1), 16)));
            }
            assertThat(colours).hasSize(name.equals("card") ? 1 : Palette.COLOURS);
            return colours;
        }
    }

    private static double[] light(int rgb) {
        var light = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = (rgb >> 16 - 8 * i & 255) / 255.0;
            light[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    private static double contrast(double[] a, double[] b) {
        double one = times(XYZ, a)[1];
        double other = times(XYZ, b)[1];
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /// By CIE76, for the eyes that tell them apart worst.
    private static double difference(double[] a, double[] b) {
        return EYES.stream().mapToDouble(eye -> distance(lab(times(eye, a)), lab(times(eye, b)))).min().orElseThrow();
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] lab(double[] light) {
        var seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(light[i], 0, 1);
        }
        var xyz = times(XYZ, seen);
        for (int i = 0; i < 3; i++) {
            double share = xyz[i] / WHITE[i];
            xyz[i] = share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116.0;
        }
        return new double[]{116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        var result = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i] += matrix[i][j] * vector[j];
            }
        }
        return result;
    }
}
