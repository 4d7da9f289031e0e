package io.plumbline.leads;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Leads extends Repository<Lead, UUID> {
    Lead save(Lead lead);

    Optional<Lead> findById(UUID id);
}
