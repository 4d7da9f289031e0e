package io.plumbline.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.plumbline.shared.ids.AppointmentId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the taken slots of practitioners and rooms: the primary key prevents double booking. */
@Repository
class SlotStore {
    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the taken slots of each of these practitioners and rooms in a range; one without an entry is free.
     *
     * @param but an appointment whose slots count as free; null if there is none
     */
    Map<UUID, Set<Long>> taken(Collection<UUID> resources, long first, long last, @Nullable AppointmentId but) {
        return jdbc
                .sql("""
                select resource_id, slot, appointment_id from booked_slot
                where resource_id in (:resources) and slot between :first and :last""")
                .param("resources", resources)
                .param("first", first)
                .param("last", last)
                .query(Taken.class)
                .list()
                .stream()
                .filter(taken -> !taken.appointment().equals(but))
                .collect(groupingBy(Taken::resource, mapping(Taken::slot, toSet())));
    }

    private record Taken(UUID resource, long slot, AppointmentId appointment) {}

    /**
     * Takes slots of a practitioner or a room for an appointment.
     *
     * @throws DuplicateKeyException if one is taken
     */
    void take(LongStream slots, UUID resource, AppointmentId appointment) {
        slots.forEach(slot -> jdbc.sql("insert into booked_slot (resource_id, slot, appointment_id) values (?, ?, ?)")
                .params(resource, slot, appointment)
                .update());
    }

    /** Takes the slots only if all are free; returns whether it did. */
    boolean takeIfFree(LongStream slots, UUID resource, AppointmentId appointment) {
        try {
            take(slots, resource, appointment);
            return true;
        } catch (DuplicateKeyException taken) {
            jdbc.sql("delete from booked_slot where appointment_id = ? and resource_id = ?")
                    .params(appointment, resource)
                    .update();
            return false;
        }
    }

    /** Releases the slots of an appointment. */
    void release(AppointmentId appointment) {
        jdbc.sql("delete from booked_slot where appointment_id = ?")
                .param(appointment)
                .update();
    }
}
