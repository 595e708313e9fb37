// Runs a script as actions/github-script does, with issues that are kept in a file.
//
//   node github-script.mjs SCRIPT ISSUES.json EVENT.json
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [script, file, event] = process.argv.slice(2);
const issues = JSON.parse(readFileSync(file, "utf8"));
const us = { login: "github-actions[bot]" };
const find = number => {
  const issue = issues.find(each => each.number === number);
  if (!issue) throw new Error(`no issue ${number}`);
  return issue;
};
const checked = ({ owner, repo, body }) => {
  if (owner !== "acme" || repo !== "fleet") throw new Error(`another repository: ${owner}/${repo}`);
  if (body !== undefined && body.length > 65536) throw new Error("body is too long");
};
// As GitHub does, by pages: whoever forgets to ask for the next one misses what is there.
const page = all => ({ page: number = 1, per_page = 30 }) => ({
  data: all.slice((number - 1) * per_page, number * per_page),
});
const rest = {
  issues: {
    async listForRepo(ask) {
      checked(ask);
      return page(issues.filter(each => each.state === ask.state))(ask);
    },
    async listComments(ask) {
      checked(ask);
      return page(find(ask.issue_number).comments)(ask);
    },
    async create(ask) {
      checked(ask);
      const { title, body } = ask;
      issues.push({ number: issues.length + 1, state: "open", user: us, title, body, comments: [] });
    },
    async update(ask) {
      checked(ask);
      const { owner, repo, issue_number, ...changes } = ask;
      Object.assign(find(issue_number), changes);
    },
    async createComment(ask) {
      checked(ask);
      const comments = find(ask.issue_number).comments;
      comments.push({ id: 1000 * ask.issue_number + comments.length, user: us, body: ask.body });
    },
    async updateComment(ask) {
      checked(ask);
      const comment = issues.flatMap(each => each.comments).find(each => each.id === ask.comment_id);
      comment.body = ask.body;
    },
  },
};
const github = {
  rest,
  async paginate(method, ask) {
    const all = [];
    for (let number = 1; ; number++) {
      const { data } = await method({ ...ask, page: number });
      all.push(...data);
      if (data.length < (ask.per_page ?? 30)) return all;
    }
  },
};
const context = {
  serverUrl: "https://github.com",
  runId: 7,
  repo: { owner: "acme", repo: "fleet" },
  payload: JSON.parse(event),
};
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
const run = new AsyncFunction("github", "context", "require", readFileSync(script, "utf8"));
await run(github, context, createRequire(import.meta.url));
writeFileSync(file, JSON.stringify(issues));
