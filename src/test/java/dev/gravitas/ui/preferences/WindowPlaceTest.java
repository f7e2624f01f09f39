package dev.gravitas.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WindowPlaceTest {
    private static final WindowPlace PRIMARY = new WindowPlace(0, 0, 1920, 1080);
    private static final WindowPlace LEFT_OF_IT = new WindowPlace(-1280, 0, 1280, 1024);

    @ParameterizedTest(name = "{0} {1} {2} x {3}")
    @CsvSource({"100, 100, 1000, 700, 100, 100, 1000, 700", "-1200, 10, 1000, 700, -1200, 10, 1000, 700",
            // Its edge can still be caught.
            "1850, 100, 1000, 700, 1850, 100, 1000, 700",
            // No screen is there any more.
            "2000, 100, 1000, 700, 460, 190, 1000, 700", "100, 1070, 1000, 700, 460, 190, 1000, 700",
            "100, -400, 1000, 700, 460, 190, 1000, 700", "-1330, 0, 60, 700, 930, 190, 60, 700",
            // The screen is a smaller one now.
            "0, 0, 3840, 2160, 0, 0, 1920, 1080", "5000, 0, 3840, 2160, 0, 0, 1920, 1080"})
    void isWhereItCanBeSeen(double x, double y, double width, double height, double newX, double newY, double newWidth,
            double newHeight) {
        assertThat(new WindowPlace(x, y, width, height).on(List.of(PRIMARY, LEFT_OF_IT)))
                .isEqualTo(new WindowPlace(newX, newY, newWidth, newHeight));
    }
}
