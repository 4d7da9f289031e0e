package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal's own user may do on MySQL. */
@StoreTest
@OnMySql("only MySQL has a database user with fewer rights than the owner")
@EnabledIfSystemProperty(named = "plumbline.store", matches = "mysql")
class MySqlPrivilegesTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void thePortalsDatabaseUserHasNoPrivilegeToDeleteOrAlterTheAuditTrail() {
        for (var tampering : List.of(
                "delete from audit_event",
                "truncate table audit_event",
                "drop table audit_event",
                "update audit_event set detail = ''",
                "drop trigger audit_event_never_deleted")) {
            assertThatThrownBy(() -> jdbc.sql(tampering).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void everyTableHasAGrantForThePortalsDatabaseUser() {
        var granted = jdbc.sql("""
                select distinct table_name from information_schema.table_privileges where table_schema = database()""").query(String.class).list();
        var tables = jdbc.sql("""
                select table_name from information_schema.tables
                where table_schema = database() and table_name <> 'flyway_schema_history'""").query(String.class).list();
        assertThat(tables).isNotEmpty();
        assertThat(granted).containsAll(tables);
    }
}
