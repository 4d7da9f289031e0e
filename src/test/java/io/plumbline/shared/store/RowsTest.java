package io.plumbline.shared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RowsTest {
    private static final OrderId ID = new OrderId(Ids.next());
    private static final PatientId PATIENT = PatientId.next();
    private static final Instant AT = Instant.parse("2026-11-30T12:34:56.123456Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

    private enum Status {
        OPEN,
        DONE {
            @Override
            public String toString() {
                return "Done";
            }
        }
    }

    private record Visit(LocalDate on, LocalTime at) {}

    private record Row(
            OrderId id,
            PatientId patient,
            @Nullable StaffId claimedBy,
            Status status,
            Instant placedAt,
            @Nullable PhoneNumber phone,
            boolean isUrgent,
            @Nullable Integer attempts,
            RowsTest.@Nullable Visit booked) {}

    private record Strict(String words, int attempts) {}

    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource("jdbc:h2:mem:rows;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"));

    @BeforeEach
    void create() {
        jdbc.sql("drop table if exists thing").update();
        jdbc.sql("""
                create table thing (id binary(16), patient_id binary(16), claimed_by binary(16), status varchar(20),
                    placed_at timestamp(6), phone varchar(20), is_urgent boolean, attempts int, starts_on date,
                    starts_at time)""").update();
    }

    private void insert(@Nullable Object... values) {
        jdbc.sql("insert into thing values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.stream(values).map(Rows::stored).toList())
                .update();
    }

    private List<Row> rows() {
        return jdbc.sql("select t.*, t.starts_on as booked_on, t.starts_at as `booked_at` from thing t order by status")
                .query(Rows.of(Row.class))
                .list();
    }

    @Test
    void aRowIsReadAsItsValuesWereStored() {
        var claimedBy = StaffId.next();
        insert(ID, PATIENT, claimedBy, Status.DONE, AT, "6025550142", true, 3, DAY, LocalTime.of(9, 15));
        insert(ID, PATIENT, null, Status.OPEN, AT, null, false, null, null, null);

        assertThat(rows())
                .containsExactly(
                        new Row(
                                ID,
                                PATIENT,
                                claimedBy,
                                Status.DONE,
                                AT,
                                new PhoneNumber("6025550142"),
                                true,
                                3,
                                new Visit(DAY, LocalTime.of(9, 15))),
                        new Row(ID, PATIENT, null, Status.OPEN, AT, null, false, null, null));
    }

    @Test
    void aRecordThatMayBeMissingIsWholeOrNotThere() {
        insert(ID, PATIENT, null, Status.OPEN, AT, null, false, null, DAY, null);

        assertThatThrownBy(this::rows)
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessage("Visit.at must not be null");
    }

    @Test
    void anEmptyColumnOfAComponentThatMustNotBeNullIsRefusedByName() {
        insert(ID, null, null, Status.OPEN, AT, null, false, null, null, null);
        insert(ID, PATIENT, null, Status.OPEN, AT, null, null, null, null, null);

        assertThatThrownBy(this::rows).hasMessage("Row.patient must not be null");
        jdbc.sql("delete from thing where patient_id is null").update();
        assertThatThrownBy(this::rows).hasMessage("Row.isUrgent must not be null");
        assertThatThrownBy(() -> jdbc.sql("select claimed_by from thing")
                        .query(Rows.of(StaffId.class))
                        .list())
                .hasMessage("StaffId must not be null");
    }

    @Test
    void aComponentWithoutAColumnIsRefusedByName() {
        assertThatThrownBy(() -> jdbc.sql("select 'some' as words")
                        .query(Rows.of(Strict.class))
                        .list())
                .hasMessage("No column attempts for Strict.attempts");
    }

    private record Placed(OrderId id, Instant placed, LocalDate starts) {}

    private record Kept(Placed order, boolean isUrgent) {}

    private record Urgency(boolean isUrgent) {}

    @Test
    void aRecordThatIsAlwaysThereMayHaveTheColumnsOfItsOwnComponents() {
        insert(ID, PATIENT, null, Status.OPEN, AT, null, true, null, DAY, null);

        assertThat(jdbc.sql("select id, placed_at, starts_on, is_urgent as urgent from thing")
                        .query(Rows.of(Kept.class))
                        .single())
                .isEqualTo(new Kept(new Placed(ID, AT, DAY), true));
        assertThat(jdbc.sql("select id as order_id, placed_at as order_placed, starts_on as order_starts_on, is_urgent"
                                + " from thing")
                        .query(Rows.of(Kept.class))
                        .single())
                .isEqualTo(new Kept(new Placed(ID, AT, DAY), true));
        assertThat(jdbc.sql("select is_urgent from thing")
                        .query(Rows.of(Urgency.class))
                        .single())
                .isEqualTo(new Urgency(true));
    }

    @Test
    void aStatusThatNobodyKnowsIsNotReadAsNone() {
        insert(ID, PATIENT, null, null, AT, null, false, null, null, null);
        jdbc.sql("update thing set status = 'LOST'").update();

        assertThatThrownBy(this::rows).hasMessageContaining("LOST");
    }

    @Test
    void oneColumnIsReadAsItsType() {
        insert(ID, PATIENT, null, Status.OPEN, AT, null, false, null, null, null);

        assertThat(jdbc.sql("select id from thing")
                        .query(Rows.of(OrderId.class))
                        .list())
                .containsExactly(ID);
        assertThat(jdbc.sql("select id from thing").query(Rows.of(UUID.class)).single())
                .isEqualTo(ID.value());
        assertThat(jdbc.sql("select placed_at from thing")
                        .query(Rows.of(Instant.class))
                        .single())
                .isEqualTo(AT);
        assertThat(jdbc.sql("select status from thing")
                        .query(Rows.of(Status.class))
                        .single())
                .isEqualTo(Status.OPEN);
    }

    @Test
    void theMembersOfAListAreConverted() {
        insert(ID, PATIENT, null, Status.OPEN, AT, null, false, null, null, null);

        var ids = (List<?>) Objects.requireNonNull(Rows.stored(List.of(new OrderId(Ids.next()), ID)));

        assertThat(ids).hasOnlyElementsOfType(byte[].class);
        assertThat(Rows.stored("text")).isEqualTo("text");
        assertThat(Rows.stored(null)).isNull();
    }
}
