package io.plumbline.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contacts book: what is kept, how it is searched, and what is on record of its changes. */
@StoreTest
class ContactServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ContactService contacts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aContactIsReadBackAndEachChangeIsOnRecord() {
        var draft = new ContactDraft(
                ContactKind.IMAGING,
                "Zoë Ångström",
                "Røntgen & Co",
                new PhoneNumber("+16025550171"),
                new PhoneNumber("+16025550172"),
                new EmailAddress("zoe@example.org"),
                "1 Example Street",
                "Fax only");
        var id = staff.as("chiropractor", () -> contacts.add(draft, OperationId.next()));
        assertThat(find(id).draft()).isEqualTo(draft);
        staff.doAs("manager", () -> contacts.correct(id, 0, named("Zoë Ångström", "Røntgen")));
        staff.doAs("manager", () -> contacts.deactivate(id, 1));
        assertThatThrownBy(() -> staff.doAs("manager", () -> contacts.deactivate(id, 2)))
                .isInstanceOf(Refused.class)
                .hasMessage("This contact is deactivated already");
        staff.doAs("manager", () -> contacts.reactivate(id, 2));
        assertThatThrownBy(() -> staff.doAs("manager", () -> contacts.deactivate(id, 2)))
                .isInstanceOf(StaleVersion.class);
        assertThat(jdbc.sql("select kind from audit_event where subject = ? order by at, id")
                        .param(Ids.bytes(id.value()))
                        .query(String.class)
                        .list())
                .containsExactly("contact.added", "contact.corrected", "contact.deactivated", "contact.reactivated");
    }

    @Test
    void theBookIsFoundByBeginningsOfWordsAndPagedByName() {
        for (int n = 0; n < 7; n++) {
            var name = "Pager " + n;
            staff.as("manager", () -> contacts.add(named(name, "Ünïque Clinic"), OperationId.next()));
        }
        var search = new ContactFilter("unique PAG", null, false);
        var all = staff.as("manager", () -> contacts.list(search, null, 50));
        assertThat(all)
                .extracting(ContactRow::name)
                .containsExactly("Pager 0", "Pager 1", "Pager 2", "Pager 3", "Pager 4", "Pager 5", "Pager 6");
        var paged = new ArrayList<ContactRow>();
        List<ContactRow> page;
        do {
            var after = paged.isEmpty() ? null : paged.getLast();
            page = staff.as("manager", () -> contacts.list(search, after, 3));
            paged.addAll(page);
        } while (!page.isEmpty());
        assertThat(paged).isEqualTo(all);
        assertThat(staff.as("manager", () -> contacts.list(new ContactFilter("nique", null, false), null, 50)))
                .as("not from the middle of a word")
                .isEmpty();
        assertThat(staff.as(
                        "manager",
                        () -> contacts.list(new ContactFilter("unique", ContactKind.IMAGING, true), null, 50)))
                .isEmpty();
    }

    @Test
    void theSameFormTwiceAddsOneContactAndANameIsNeeded() {
        var operation = OperationId.next();
        var first = staff.as("manager", () -> contacts.add(named("Twice", ""), operation));
        assertThat(staff.as("manager", () -> contacts.add(named("Twice", ""), operation)))
                .isEqualTo(first);
        assertThatThrownBy(() -> named(" ", "\u200B"))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter a name or an organization");
    }

    private static ContactDraft named(String name, String organization) {
        return new ContactDraft(ContactKind.OTHER, name, organization, null, null, null, "", "");
    }

    private ContactDetails find(ContactId id) {
        return staff.as("manager", () -> contacts.find(id)).orElseThrow();
    }
}
