package io.plumbline.records.retention;

import io.plumbline.records.Register;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface LegalHolds extends Repository<LegalHold, UUID>, Register<LegalHold> {}
