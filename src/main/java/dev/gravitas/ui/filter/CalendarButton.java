package dev.gravitas.ui.filter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.LocalDate;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.skin.DatePickerSkin;

/// Opens a calendar in which the day of one end of a span is picked; its time stays. FX thread only.
final class CalendarButton extends MenuButton {
    private final RangeViewModel model;
    private final StringProperty end;
    private final CustomMenuItem calendar = new CustomMenuItem();

    CalendarButton(RangeViewModel model, StringProperty end, String name) {
        this.model = model;
        this.end = end;
        getStyleClass().add("calendar-button");
        setGraphic(new FontIcon("mdal-calendar_today"));
        setAccessibleText(name);
        calendar.setHideOnClick(false);
        getItems().add(calendar);
        setOnShowing(_ -> calendar.setContent(days()));
    }

    private Node days() {
        var picker = new DatePicker(model.day(end).orElse(null));
        picker.setShowWeekNumbers(false);
        picker.setDayCellFactory(_ -> new KeptDay(model));
        picker.valueProperty().subscribe((_, day) -> {
            if (day != null) {
                model.choose(end, day);
            }
            hide();
        });
        return new DatePickerSkin(picker).getPopupContent();
    }

    /// A day of which nothing can be stored cannot be picked.
    private static final class KeptDay extends DateCell {
        private final RangeViewModel model;

        KeptDay(RangeViewModel model) {
            this.model = model;
        }

        @Override
        public void updateItem(@Nullable LocalDate day, boolean empty) {
            super.updateItem(day, empty);
            setDisable(empty || day == null || !model.isKept(day));
        }
    }
}
