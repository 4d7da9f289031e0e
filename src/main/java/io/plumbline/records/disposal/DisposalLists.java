package io.plumbline.records.disposal;

import io.plumbline.records.Register;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DisposalLists extends Repository<DisposalList, UUID>, Register<DisposalList> {}
