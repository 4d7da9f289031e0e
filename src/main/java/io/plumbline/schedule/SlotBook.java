package io.plumbline.schedule;

import io.plumbline.shared.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which slots of practitioners and rooms are taken: the primary key is what makes double booking impossible. */
@Repository
class SlotBook {
    private final JdbcClient jdbc;

    SlotBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The slots from one to another in which one of these practitioners and rooms is taken. */
    Set<Long> taken(Collection<UUID> resources, long first, long last) {
        return new HashSet<>(jdbc.sql(
                        "select slot from booked_slot where resource_id in (:resources) and slot between :first and :last")
                .param("resources", resources.stream().map(Ids::bytes).toList())
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .list());
    }

    /**
     * Takes slots of a practitioner and a room for an appointment.
     *
     * @throws DuplicateKeyException if one is taken
     */
    void take(LongStream slots, List<UUID> resources, UUID appointment) {
        slots.forEach(slot -> resources.forEach(
                resource -> jdbc.sql("insert into booked_slot (resource_id, slot, appointment_id) values (?, ?, ?)")
                        .params(Ids.bytes(resource), slot, Ids.bytes(appointment))
                        .update()));
    }

    /** Gives back what an appointment has taken. */
    void release(UUID appointment) {
        jdbc.sql("delete from booked_slot where appointment_id = ?")
                .param(Ids.bytes(appointment))
                .update();
    }
}
