package io.plumbline.records.disclosures;

import io.plumbline.records.Register;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Disclosures extends Repository<Disclosure, UUID>, Register<Disclosure> {}
