/** Where the git host says that there is something to publish. */
export const publishAddress = '/api/publish';
