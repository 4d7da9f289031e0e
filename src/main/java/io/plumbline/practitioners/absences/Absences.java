package io.plumbline.practitioners.absences;

import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Absences extends Repository<Absence, UUID> {
    Absence save(Absence absence);

    Optional<Absence> findById(UUID id);

    @Query("select a.id from Absence a where a.operation = :operation")
    Optional<UUID> findByOperation(UUID operation);

    @Query("""
            select a from Absence a
            where a.practitionerId = :practitioner and a.untilOn >= :first and a.fromOn <= :last and not a.withdrawn
            order by a.fromOn, a.id""")
    List<Absence> between(StaffId practitioner, LocalDate first, LocalDate last, Limit limit);

    @Query("""
            select a from Absence a
            where a.practitionerId in :practitioners and a.untilOn >= :first and a.fromOn <= :last and not a.withdrawn
            order by a.fromOn, a.id""")
    List<Absence> ofAll(Collection<StaffId> practitioners, LocalDate first, LocalDate last);
}
