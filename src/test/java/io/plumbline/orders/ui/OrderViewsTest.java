package io.plumbline.orders.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.orders.OrderDeclineReason;
import io.plumbline.orders.OrderFilter;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderListService;
import io.plumbline.orders.OrderRow;
import io.plumbline.orders.OrderStatus;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checkout orders on the screen: placed beside a note, listed, declined, and booked in the schedule. */
@DemoTest
class OrderViewsTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    OrderListService lists;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("therapist")
    void anOrderIsPlacedBesideANoteAndWithdrawn() {
        open(Routes.note(signedNoteOf("therapist")));
        test(button("Order for the desk…")).click();
        choice("What").setValue(OrderKind.HOME_PROGRAM);
        assertThat(find(Select.class).withLabel("When").exists())
                .as("a home program has no day")
                .isFalse();
        choice("What").setValue(OrderKind.EXERCISE);
        test(text("How many")).setValue("many");
        press("Place the order");
        assertThat(find(Dialog.class).exists()).as("a wrong number stays").isTrue();
        test(text("How many")).setValue("3");
        test(text("Line for the desk")).setValue("Bring training shoes");
        press("Place the order");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(screen()).contains("Exercise session around", "Bring training shoes", "Open");
        test(find(Button.class).withText("Withdraw").all().getLast()).click();
        assertThat(screen()).contains("Withdrawn");
    }

    @Test
    @WithStaff("frontdesk")
    void theDeskReadsWhatIsOpenAndDeclinesWithAReason() {
        var order = first(OrderStatus.OPEN);
        open(Routes.order(order.id()));
        assertThat(rowsOf(find(Grid.class).single(), OrderRow.class)).isNotEmpty();
        assertThat(screen()).contains(order.kind().label(), order.patientName(), "History", "Ordered");
        test(button("Decline…")).click();
        press("Decline");
        assertThat(find(Select.class).withLabel("Why").single().getErrorMessage())
                .isEqualTo("Choose a reason");
        choice("Why").setValue(OrderDeclineReason.OTHER);
        press("Decline");
        assertThat(find(TextArea.class)
                        .withLabel("Words for the clinician")
                        .single()
                        .getErrorMessage())
                .isEqualTo("Enter the reason for the clinician");
    }

    @Test
    @WithStaff("frontdesk")
    void anOrderOpensTheBookingFormWithWhatWasOrdered() {
        var order = lists.findPage(OrderFilter.OPEN, null, 50).stream()
                .filter(row -> row.kind() == OrderKind.MASSAGE)
                .findFirst()
                .orElseThrow();
        open(Routes.order(order.id()));
        var link = find(Anchor.class).withText("Book…").single().getHref();
        assertThat(link).contains("service=massage", "order=" + order.id());
        open(link);
        assertThat(screen())
                .contains("Book an appointment", order.patientName(), "Ordered by " + order.orderedBy(), "Massage");
        assertThat(find(Select.class).withLabel("Service").single().getValue()).isNotNull();
        open(Routes.SCHEDULE);
    }

    @Test
    @WithStaff("frontdesk")
    void theStartPageNamesWhatIsOpen() {
        open("");
        assertThat(screen()).contains("Checkout orders to book");
    }

    @Test
    @WithStaff("therapist")
    void clinicalWordsAreNotOnTheList() {
        open(Routes.ORDERS + "?only=declined");
        assertThat(screen()).contains("Checkout orders", "Declined");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("orders");
    }

    private OrderRow first(OrderStatus status) {
        return lists.findPage(OrderFilter.valueOf(status.name()), null, 50).getFirst();
    }

    private NoteId signedNoteOf(String who) {
        return new NoteId(Ids.uuid(Objects.requireNonNull(
                jdbc.sql("""
                select n.id from session_note n join staff_account a on a.id = n.author_id
                join patient_relation r on r.patient_id = n.patient_id and r.staff_id = a.id
                where a.username = ? and n.status = 'SIGNED' order by n.id limit 1""").param(who).query((row, n) -> row.getBytes("id")).single())));
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    private void press(String words) {
        answer(find(Dialog.class).single(), words);
    }

    private TextField text(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> choice(String label) {
        return find(Select.class).withLabel(label).single();
    }
}
