package io.commitpipeline.admin.overview;

import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(username = "operator", roles = "OPERATOR")
@ConsoleTest
class EmptyOverviewTests {

	@Autowired
	private MockMvc mvc;

	@Test
	void anEmptyPipelineSaysWhatToDo() throws Exception {
		this.mvc.perform(get("/"))
			.andExpect(content().string(allOf(containsString("Nothing sent yet"), containsString("No replay yet."),
					containsString("Choose a commit log and start one."),
					containsString("None yet. They are ranked here"), containsString("The processor has not told"))));
	}

}
