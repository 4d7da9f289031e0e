package io.plumbline.safety;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RedFlags extends Repository<RedFlag, UUID> {
    RedFlag save(RedFlag flag);
}
