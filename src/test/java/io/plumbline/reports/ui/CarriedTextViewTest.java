package io.plumbline.reports.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import io.plumbline.notes.share.CarriedShareService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The manager sees by author and month how much text nobody changed, in a drawing and in numbers, and no word of it. */
@DemoTest
class CarriedTextViewTest extends SpringBrowserlessTest {
    @Autowired
    CarriedShareService shares;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void eachAuthorHasADrawingAndATable() {
        jdbc.sql("""
                insert into note_carried_share
                select cast(? as binary(16)), 1, c.clinic_id, s.id, '2026-01-01', 1, 200, 50, 20
                from staff_account s join staff_account_clinic c on c.staff_id = s.id where s.username = 'therapist'
                order by c.clinic_id limit 1""").param(Ids.bytes(Ids.next())).update();
        open(Routes.UNSIGNED_NOTES);
        assertThat(find(Anchor.class).withText("Carried text").single().getHref())
                .isEqualTo(Routes.CARRIED_TEXT);
        open(Routes.CARRIED_TEXT);
        var table = find(NativeTable.class).all().stream()
                .map(Screen::textOf)
                .filter(text -> text.contains("January 2026"))
                .findFirst()
                .orElseThrow();
        assertThat(table).containsSubsequence("Month", "Signed notes", "With carried parts", "Carried text");
        assertThat(table).containsSubsequence("January 2026", "1", "1", "25%", "10%");
        assertThat(find(Main.class).single().getElement().getOuterHTML())
                .as("screen readers read the drawing as a sentence")
                .contains("Carried text: ", "Dotted: Text from templates")
                .as("its points are months")
                .doesNotContain("Jan 1, 2026");
        assertThat(textOf(find(Main.class).single())).contains("Notes entered in error are not counted.");
        assertThat(find(Anchor.class).withText("Export CSV").single()).isNotNull();
        assertThat(shares.findLastYear()).isNotEmpty();
    }
}
