package io.plumbline.records.amendments;

import io.plumbline.records.Register;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AmendmentRequests extends Repository<AmendmentRequest, UUID>, Register<AmendmentRequest> {}
