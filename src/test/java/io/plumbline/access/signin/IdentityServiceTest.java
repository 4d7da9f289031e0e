package io.plumbline.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The proof of who signs. */
@StoreTest
class IdentityServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fiveWrongPasswordsBlockFurtherTriesForAWhile() {
        staff.doAs("guesser", () -> {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> identity.prove("guess")).hasMessageContaining("Incorrect password");
            }
            assertThatThrownBy(() -> identity.prove(TestGroup.PASSWORD)).hasMessageContaining("Too many");
        });
        assertThat(jdbc.sql("""
                        select count(*) from audit_event e join staff_account a on a.id = e.subject
                        where e.kind = 'signature.refused' and e.actor = a.id and a.username = ?""")
                        .param(staff.username("guesser"))
                        .query(Integer.class)
                        .single())
                .as("each wrong one is on record")
                .isEqualTo(5);
    }
}
