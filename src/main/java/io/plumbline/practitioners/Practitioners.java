package io.plumbline.practitioners;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Practitioners extends Repository<Practitioner, UUID> {
    Practitioner save(Practitioner practitioner);

    Optional<Practitioner> findById(UUID id);

    List<Practitioner> findAllById(Iterable<UUID> ids);

    /**
     * Returns a practitioner whom the current user may edit.
     *
     * @throws NotAvailable if the practitioner does not exist or works only at other clinics; the two cases
     *     look the same
     */
    default Practitioner writable(StaffId id) {
        return findById(id.value())
                .filter(found -> found.isChangeableAt(CurrentUser.current().clinics()))
                .orElseThrow(NotAvailable::new);
    }

    @Query("""
            select distinct p from Practitioner p join p.hours h
            where h.clinic = :clinic and p.active order by p.sortKey, p.id""")
    List<Practitioner> workingAt(ClinicId clinic);

    /** A practitioner and one entry of their working hours at a clinic. */
    record Stretch(Practitioner practitioner, WorkingHours hours) {}

    @Query("""
            select new io.plumbline.practitioners.Practitioners$Stretch(p, h) from Practitioner p join p.hours h
            where h.clinic = :clinic and p.active order by p.sortKey, p.id, h.startsAt""")
    List<Stretch> weekAt(ClinicId clinic);

    @Query("select h from Practitioner p join p.hours h where p.id = :practitioner and p.active")
    List<WorkingHours> hours(UUID practitioner);

    @Query("select count(p) from Practitioner p where p.active")
    long countActive();
}
