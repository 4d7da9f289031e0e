package io.plumbline.audit.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Main;
import io.plumbline.audit.NotedHeadJob;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.SignatureCard;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looks is told that the trail, or a note, is not what it was. */
@DemoTest
class AuditAlarmTest extends SpringBrowserlessTest {
    @Autowired
    NotedHeadJob watch;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("auditor")
    void anAlteredHeadIsReportedToTheAuditor() {
        open(Routes.AUDIT);
        assertThat(screen()).doesNotContain("The head of the audit trail was altered");
        var before = jdbc.sql("select mac from audit_head").query(byte[].class).single();
        jdbc.sql("update audit_head set mac = chain").update();
        watch.look();
        try {
            open(Routes.START);
            open(Routes.AUDIT);
            assertThat(screen()).contains("The head of the audit trail was altered. Verify the trail");
        } finally {
            jdbc.sql("update audit_head set mac = ?").param(before).update();
            watch.look();
        }
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void anAlteredSignedNoteShowsAWarning() {
        assertThat(SignatureCard.warning(true)).isEmpty();
        assertThat(SignatureCard.warning(false)).hasValueSatisfying(warning -> assertThat(textOf(warning))
                .contains("Do not rely on this note. It is not what was signed"));
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
