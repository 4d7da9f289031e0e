package io.plumbline;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.chooseInAccountMenu;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static io.plumbline.support.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.access.accounts.DisplayService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.HourCycle;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Times;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Dates and times on the screens of people in different countries, and of those who chose otherwise. */
@DemoTest
class DisplaySettingsScreensTest extends SpringBrowserlessTest {
    private static final String TUESDAY = "schedule?clinic=harbour&day=2026-11-24";

    @Autowired
    DisplayService display;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void unitedStatesScreensShowTheMonthFirstAndTwelveHours() {
        open(TUESDAY);
        assertThat(title()).isEqualTo("Tuesday, November 24");
        assertThat(textOf(UI.getCurrent())).contains("From 9:00 AM").doesNotContain("From 09:00");
        open(TUESDAY + "&view=week");
        assertThat(title()).isEqualTo("Sun, Nov 22 to Sat, Nov 28");
    }

    @Test
    @WithStaff("manager")
    void germanScreensShowTheDayFirstAndTwentyFourHours() {
        workIn("DE");
        open(TUESDAY);
        assertThat(title()).isEqualTo("Tuesday 24 November");
        assertThat(textOf(UI.getCurrent())).contains("From 09:00").doesNotContain("9:00 AM");
        open(TUESDAY + "&view=week");
        assertThat(title()).isEqualTo("Mon 23 Nov to Sun 29 Nov");
    }

    @Test
    @WithStaff("manager")
    void aDateFieldShowsAndReadsTheDateOrderOfTheScreen() {
        open(Routes.SCHEDULE);
        assertDay("11/12/2027", LocalDate.of(2027, 11, 12), "MMM d, yyyy", 0);
        workIn("DE");
        assertDay("11/12/2027", LocalDate.of(2027, 12, 11), "d MMM yyyy", 1);
        workAs(DisplayFormats.of("DE").with(new DisplayChoice(null, DateOrder.MONTH_FIRST, DayOfWeek.SATURDAY)));
        assertDay("11/12/2027", LocalDate.of(2027, 11, 12), "MMM d, yyyy", 6);
        workAs(DisplayFormats.of("DE").with(new DisplayChoice(null, DateOrder.YEAR_FIRST, null)));
        assertDay("2027-11-12", LocalDate.of(2027, 11, 12), "yyyy-MM-dd", 1);
        workAs(DisplayFormats.INTERNATIONAL);
        var several = dayField();
        type(several, "11/12/2027");
        assertThat(several.getErrorMessage()).startsWith("Write the month as a word");
    }

    @Test
    @WithStaff("manager")
    void aDateFieldKeepsItsOrderWhileTheDisplaySettingsChangeElsewhere() {
        open(Routes.SCHEDULE);
        var shown = dayField();
        workIn("DE");
        type(shown, "11/12/2027");
        assertThat(shown.getValue()).isEqualTo(LocalDate.of(2027, 11, 12));
    }

    @Test
    @WithStaff("manager")
    void aTimeFieldShowsAndReadsTheHourFormatOfTheScreen() {
        open(Routes.SCHEDULE);
        var twelve = timeField();
        assertThat(twelve.getLocale()).isEqualTo(Locale.US);
        type(twelve, "2:30");
        assertThat(twelve.getErrorMessage()).isEqualTo("Add am or pm, such as 2:30 pm");
        type(twelve, "2:30 PM");
        assertThat(twelve.getValue()).isEqualTo(LocalTime.of(14, 30));
        workIn("DE");
        var twentyFour = timeField();
        assertThat(twentyFour.getLocale()).isEqualTo(Locale.UK);
        type(twentyFour, "2:30");
        assertThat(twentyFour.getValue()).isEqualTo(LocalTime.of(2, 30));
    }

    @Test
    @WithStaff("frontdesk")
    void changedDisplaySettingsApplyAtOnceToTheOpenScreen() {
        open(TUESDAY);
        assertThat(title()).isEqualTo("Tuesday, November 24");
        try {
            chooseInAccountMenu(find(Button.class).all(), "Display settings…");
            assertThat(select("Time").getEmptySelectionCaption()).isEqualTo("Same as the clinic: 5:30 PM");
            assertThat(labels("Time")).containsExactly("12 hours, 5:30 PM", "24 hours, 17:30");
            assertThat(labels("Date"))
                    .containsExactly("Month first, Nov 24, 2026", "Day first, 24 Nov 2026", "Year first, 2026-11-24");
            assertThat(labels("First day of the week")).containsExactly("Sunday", "Monday", "Saturday");
            select("Time").setValue(HourCycle.TWENTY_FOUR);
            select("Date").setValue(DateOrder.DAY_FIRST);
            answer(find(Dialog.class).single(), "Save");
            assertThat(title()).isEqualTo("Tuesday 24 November");
            assertThat(textOf(UI.getCurrent())).contains("From 09:00");
            assertThat(display.findMine().choice())
                    .isEqualTo(new DisplayChoice(HourCycle.TWENTY_FOUR, DateOrder.DAY_FIRST, null));
            open(TUESDAY + "&view=week");
            assertThat(title()).as("the week as at the clinic").isEqualTo("Sun 22 Nov to Sat 28 Nov");
            chooseInAccountMenu(find(Button.class).all(), "Display settings…");
            assertThat(select("Date").getValue()).as("chosen before").isEqualTo(DateOrder.DAY_FIRST);
        } finally {
            display.choose(display.findMine().version(), DisplayChoice.NONE);
        }
    }

    @Test
    @WithStaff("auditor")
    void displaySettingsChangedInTheMeantimeAreNotOverwritten() {
        open("");
        chooseInAccountMenu(find(Button.class).all(), "Display settings…");
        jdbc.sql("update staff_account set version = version + 1 where username = 'auditor'")
                .update();
        select("Time").setValue(HourCycle.TWENTY_FOUR);
        answer(find(Dialog.class).single(), "Save");
        try {
            assertThat(textOf(find(Dialog.class).single())).contains("changed in the meantime");
            assertThat(display.findMine().choice()).isEqualTo(DisplayChoice.NONE);
            answer(find(Dialog.class).single(), "Save");
            assertThat(display.findMine().choice().hours()).isEqualTo(HourCycle.TWENTY_FOUR);
        } finally {
            display.choose(display.findMine().version(), DisplayChoice.NONE);
        }
    }

    private void assertDay(String typed, LocalDate meant, String pattern, int firstDayOfWeek) {
        var field = dayField();
        type(field, typed);
        assertThat(field.getValue()).as(typed).isEqualTo(meant);
        var words = Objects.requireNonNull(field.getI18n());
        assertThat(words.getDateFormats()).containsExactly(pattern);
        assertThat(words.getFirstDayOfWeek()).isEqualTo(firstDayOfWeek);
    }

    private static DatePicker dayField() {
        var field = Days.field("Day");
        UI.getCurrent().add(field);
        return field;
    }

    private static TimePicker timeField() {
        var field = Times.field("Time", null);
        UI.getCurrent().add(field);
        return field;
    }

    /** Continues as a colleague whose clinics are in that country. */
    private static void workIn(String country) {
        workAs(DisplayFormats.of(country));
    }

    private static void workAs(DisplayFormats formats) {
        var context = SecurityContextHolder.getContext();
        var before = Objects.requireNonNull(context.getAuthentication());
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                CurrentUser.current().with(formats), null, before.getAuthorities()));
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return find(Select.class).withLabel(label).single();
    }

    private List<String> labels(String label) {
        Select<Object> select = select(label);
        return select.getListDataView()
                .getItems()
                .map(item -> select.getItemLabelGenerator().apply(item))
                .toList();
    }

    private String title() {
        return find(H1.class).single().getText();
    }
}
