package io.plumbline.plans;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PlanRevisionDrafts extends Repository<PlanRevisionDraft, UUID> {
    PlanRevisionDraft saveAndFlush(PlanRevisionDraft draft);

    Optional<PlanRevisionDraft> findById(UUID plan);

    void delete(PlanRevisionDraft draft);
}
