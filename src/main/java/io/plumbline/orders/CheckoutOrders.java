package io.plumbline.orders;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CheckoutOrders extends Repository<CheckoutOrder, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    CheckoutOrder saveAndFlush(CheckoutOrder order);

    Optional<CheckoutOrder> findById(UUID id);

    /** Locks the row without changing it, before a step is added that refers to it. */
    @Modifying
    @Query("update CheckoutOrder o set o.status = o.status where o.id = :id")
    void lock(UUID id);

    /** Locks the open orders of a patient, before they are read to be changed. */
    @Modifying
    @Query("""
            update CheckoutOrder o set o.status = o.status
            where o.patientId in :records and o.status = io.plumbline.orders.OrderStatus.OPEN""")
    void lockOpenOf(Collection<PatientId> records);

    @Query("""
            select o from CheckoutOrder o
            where o.patientId in :records and o.status = io.plumbline.orders.OrderStatus.OPEN
            order by o.id""")
    List<CheckoutOrder> openOf(Collection<PatientId> records);

    @Query("""
            select o from CheckoutOrder o
            where o.patientId in :records and o.status in :statuses
            order by o.wantedOn, o.id""")
    List<CheckoutOrder> findByPatient(Collection<PatientId> records, List<OrderStatus> statuses);

    @Query("""
            select o from CheckoutOrder o
            where o.patientId in :records and o.status in :statuses and o.kind = :kind
                and o.sourceId = :source
            order by o.id""")
    List<CheckoutOrder> pendingLike(
            Collection<PatientId> records, List<OrderStatus> statuses, OrderKind kind, UUID source);

    @Query("select o from CheckoutOrder o where o.sourceId = :note and o.status = :status order by o.id")
    List<CheckoutOrder> ofNote(UUID note, OrderStatus status);

    @Query("select o from CheckoutOrder o where o.appointmentId = :appointment")
    Optional<CheckoutOrder> bookedAs(UUID appointment);

    @Query("select o from CheckoutOrder o where o.freedAppointmentId = :appointment")
    Optional<CheckoutOrder> freedFrom(UUID appointment);
}
