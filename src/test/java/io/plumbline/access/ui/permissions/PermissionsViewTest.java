package io.plumbline.access.ui.permissions;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import io.plumbline.access.permissions.AccountName;
import io.plumbline.access.permissions.AccountRightService;
import io.plumbline.access.permissions.PermissionOverview;
import io.plumbline.access.permissions.PermissionRow;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of roles and permissions, and the question what a person may do. */
@DemoTest
class PermissionsViewTest extends SpringBrowserlessTest {
    @Autowired
    AccountRightService rights;

    @Test
    @WithStaff("auditor")
    void theTableHasARowForEachPermissionAndAColumnForEachRole() {
        open(Routes.PERMISSIONS);
        var columns = headers("col");
        assertThat(columns.subList(0, 7))
                .containsExactly(
                        "Permission",
                        "Clinic manager",
                        "Front desk",
                        "Chiropractor",
                        "Therapist",
                        "Auditor",
                        "Administrator");
        assertThat(headers("row")).hasSize(Permission.inWords().size());
        var decide = rowOf("Decide red flags.");
        assertThat(decide).contains("Yes").containsPattern("No.*No.*Yes.*No.*No.*No");
        assertThat(rowOf("See open red flags and leads in clinical review in one list."))
                .contains("Opens /flags");
        assertThat(rowOf("See the accounts of all staff.")).contains("/accounts/{id}");
        assertThat(rowOf("Send messages from the outbox.")).contains("Only the portal itself.");
        assertThat(find(NativeTable.class).all())
                .extracting(NativeTable::getCaptionText)
                .startsWith("Consultation leads", "Patients and their record");
        assertThat(find(Anchor.class).withText("Accounts").exists()).isFalse();
    }

    @Test
    @WithStaff("admin")
    void aRoleInTheAddressOrChosenShowsOnlyWhatItMayDo() {
        open(Routes.PERMISSIONS + "?role=front-desk");
        assertThat(headers("col").subList(0, 2)).containsExactly("Permission", "Front desk");
        assertThat(headers("row")).anyMatch(words -> words.startsWith("Convert a lead to a patient."));
        assertThat(headers("row")).noneMatch(words -> words.startsWith("Decide red flags."));
        test(chosen()).selectItem("Chiropractor");
        assertThat(headers("row")).anyMatch(words -> words.startsWith("Decide red flags."));
        open(Routes.PERMISSIONS + "?role=system");
        assertThat(chosen().getValue()).isNull();
        assertThat(find(Anchor.class).withText("Accounts").exists()).isTrue();
    }

    @Test
    @WithStaff("admin")
    void whatAPersonMayDoIsAnsweredWithTheReason() {
        var tom = rights.find("tom eriksen").getFirst();
        open(Routes.PERMISSIONS + "?person=" + tom.id());
        assertThat(person().getValue()).isEqualTo(tom);
        permission().setValue(row(Permission.NOTE_WRITE));
        assertThat(screen()).contains("Yes", "Tom Eriksen may do this by the role Therapist.");
        permission().setValue(row(Permission.FLAG_DECIDE));
        assertThat(screen())
                .contains(
                        "Tom Eriksen has none of the roles that may do this: Chiropractor. An administrator can grant")
                .doesNotContain("Tom Eriksen may do this");
    }

    @Test
    @WithStaff("admin")
    void theAccountsLeadToIt() {
        open(Routes.ACCOUNTS);
        assertThat(find(Anchor.class).withText("Roles and permissions").single().getHref())
                .isEqualTo(Routes.PERMISSIONS);
        var tom = rights.find("tom eriksen").getFirst();
        open(Routes.ACCOUNTS + "/" + tom.id());
        assertThat(find(Anchor.class).withText("View access").single().getHref())
                .isEqualTo(Routes.PERMISSIONS + "?person=" + tom.id());
    }

    private static PermissionRow row(String permission) {
        return PermissionOverview.bySubject().values().stream()
                .flatMap(Collection::stream)
                .filter(row -> row.permission().equals(permission))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<Role> chosen() {
        return find(Select.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<AccountName> person() {
        return find(ComboBox.class).withLabel("Person").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PermissionRow> permission() {
        return find(ComboBox.class).withLabel("Permission").single();
    }

    private List<String> headers(String scope) {
        return find(NativeTableHeaderCell.class).all().stream()
                .filter(cell -> scope.equals(cell.getElement().getAttribute("scope")))
                .map(cell -> textOf(cell))
                .toList();
    }

    private String rowOf(String words) {
        return find(NativeTableRow.class).all().stream()
                .map(row -> textOf(row))
                .filter(text -> text.startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
