package io.plumbline.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.plumbline.shared.Ids;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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

    /**
     * In which slots from one to another each of these practitioners and rooms is taken; whoever is not named is free.
     *
     * @param but an appointment whose slots count as free; null where none does
     */
    Map<UUID, Set<Long>> taken(Collection<UUID> resources, long first, long last, @Nullable UUID but) {
        return jdbc
                .sql("""
                select resource_id, slot, appointment_id from booked_slot
                where resource_id in (:resources) and slot between :first and :last""")
                .param("resources", resources.stream().map(Ids::bytes).toList())
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new Taken(
                        Ids.uuid(row.getBytes("resource_id")),
                        row.getLong("slot"),
                        Ids.uuid(row.getBytes("appointment_id"))))
                .list()
                .stream()
                .filter(taken -> !taken.appointment().equals(but))
                .collect(groupingBy(Taken::resource, mapping(Taken::slot, toSet())));
    }

    private record Taken(UUID resource, long slot, UUID appointment) {}

    /**
     * Takes slots of a practitioner or a room for an appointment.
     *
     * @throws DuplicateKeyException if one is taken
     */
    void take(LongStream slots, UUID resource, UUID appointment) {
        slots.forEach(slot -> jdbc.sql("insert into booked_slot (resource_id, slot, appointment_id) values (?, ?, ?)")
                .params(Ids.bytes(resource), slot, Ids.bytes(appointment))
                .update());
    }

    /** The same, but where one is taken it takes none and says so. */
    boolean takeIfFree(LongStream slots, UUID resource, UUID appointment) {
        try {
            take(slots, resource, appointment);
            return true;
        } catch (DuplicateKeyException taken) {
            jdbc.sql("delete from booked_slot where appointment_id = ? and resource_id = ?")
                    .params(Ids.bytes(appointment), Ids.bytes(resource))
                    .update();
            return false;
        }
    }

    /** Gives back what an appointment has taken. */
    void release(UUID appointment) {
        jdbc.sql("delete from booked_slot where appointment_id = ?")
                .param(Ids.bytes(appointment))
                .update();
    }
}
